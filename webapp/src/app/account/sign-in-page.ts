import { Component } from '@angular/core';

@Component({ selector: 'mf-sign-in-page', template: '<h1>Sign in</h1>' })
export default class SignInPage {}
