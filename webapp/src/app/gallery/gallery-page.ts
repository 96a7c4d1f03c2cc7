import { Component } from '@angular/core';

@Component({ selector: 'mf-gallery-page', template: '<h1>Gallery</h1>' })
export default class GalleryPage {}
