import { Component } from '@angular/core';

@Component({ selector: 'mf-account-page', template: '<h1>Account</h1>' })
export default class AccountPage {}
