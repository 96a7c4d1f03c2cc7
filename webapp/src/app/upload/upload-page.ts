import { Component } from '@angular/core';

@Component({ selector: 'mf-upload-page', template: '<h1>Upload</h1>' })
export default class UploadPage {}
