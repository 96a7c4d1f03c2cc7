import { Component } from '@angular/core';

@Component({ selector: 'mf-trash-page', template: '<h1>Trash</h1>' })
export default class TrashPage {}
