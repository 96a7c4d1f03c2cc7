import { Component } from '@angular/core';

@Component({ selector: 'mf-sign-up-page', template: '<h1>Sign up</h1>' })
export default class SignUpPage {}
