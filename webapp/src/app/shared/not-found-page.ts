import { Component } from '@angular/core';

@Component({ selector: 'mf-not-found-page', template: '<h1>Nothing is here</h1>' })
export default class NotFoundPage {}
