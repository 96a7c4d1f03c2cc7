import PhotoSwipe from 'photoswipe';
import type { Image } from '../../core/api/api-types';
import { texts } from '../../core/language/texts';
import { wantsLessMotion } from './less-motion';
import { slideOf } from './slide';

export interface LightboxOptions {
  stage: HTMLElement;
  /** Read whenever it is needed, so the list may grow while the lightbox is open. */
  images: () => readonly Image[];
  /** Number of the first image; the others follow. */
  firstNumber: () => number;
  /** Number of the image to begin with. */
  number: number;
  /** Whether the thumbnail grows into the picture. */
  isAnimated: boolean;
  changed: (image: Image) => void;
  /** The picture is shown this wide, in device pixels. */
  zoomed: (lightbox: PhotoSwipe, image: Image, shownPixels: number) => void;
  /** The picture did not load. */
  broken: (image: Image, number: number) => void;
  closed: () => void;
}

/** Opens PhotoSwipe in `stage`, without its own buttons. */
export function openLightbox(options: LightboxOptions): PhotoSwipe {
  const { stage, images, firstNumber } = options;
  const imageAt = (number: number) => images()[number - firstNumber()];
  const isCalm = wantsLessMotion();
  const lightbox = new PhotoSwipe({
    appendToEl: stage,
    index: options.number,
    getViewportSizeFn: () => ({ x: stage.clientWidth, y: stage.clientHeight }),
    showHideAnimationType: options.isAnimated && !isCalm ? 'zoom' : 'none',
    showAnimationDuration: 200,
    hideAnimationDuration: 200,
    zoomAnimationDuration: isCalm ? false : 200,
    bgOpacity: 1,
    loop: false,
    trapFocus: false,
    returnFocus: false,
    wheelToZoom: true,
    errorMsg: texts().viewer.didNotCome,
    zoom: false,
    close: false,
    counter: false,
    arrowPrev: false,
    arrowNext: false,
  });
  lightbox.addFilter('numItems', () => firstNumber() + images().length);
  lightbox.addFilter('itemData', (data, index) => {
    const image = imageAt(index);
    return image ? slideOf(image) : data;
  });
  lightbox.addFilter('thumbEl', (_element, _data, index) => thumbnailOf(imageAt(index)) as HTMLElement);
  lightbox.on('keydown', (event) => {
    const { key } = event.originalEvent;
    const isAtFirst = lightbox.currIndex <= firstNumber();
    // Focus is kept by the dialog around the stage; PhotoSwipe counts from 0 and knows no other beginning.
    if (key === 'Tab' || (key === 'ArrowLeft' && isAtFirst)) event.preventDefault();
  });
  lightbox.on('change', () => {
    const image = imageAt(lightbox.currIndex);
    if (image) options.changed(image);
    // Swiped over the beginning.
    else lightbox.goTo(firstNumber());
  });
  lightbox.on('imageSizeChange', ({ width, slide }) => {
    const image = imageAt(slide.index);
    if (image && slide.isActive) options.zoomed(lightbox, image, width * devicePixelRatio);
  });
  lightbox.on('loadError', ({ slide }) => {
    const image = imageAt(slide.index);
    if (image) options.broken(image, slide.index);
  });
  lightbox.on('destroy', options.closed);
  lightbox.init();
  // The dialog is the one around the stage.
  lightbox.element?.removeAttribute('role');
  followSize(lightbox, stage);
  return lightbox;
}

/** PhotoSwipe measures when the window changes, which is before the stage has followed it, and not with the details. */
function followSize(lightbox: PhotoSwipe, stage: HTMLElement): void {
  const sizes = new ResizeObserver(() => lightbox.updateSize());
  sizes.observe(stage);
  lightbox.on('destroy', () => sizes.disconnect());
}

/** Replaces the picture of the slide in sight, once its bytes are there. */
export async function showInSlide(lightbox: PhotoSwipe, imageId: string, url: string): Promise<void> {
  const loader = document.createElement('img');
  loader.src = url;
  await loader.decode();
  const slide = lightbox.currSlide;
  const element = slide?.content.element;
  if (slide?.data['id'] !== imageId || !(element instanceof HTMLImageElement)) return;
  element.removeAttribute('srcset');
  element.src = url;
}

function thumbnailOf(image: Image | undefined): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-image-id="${image?.id}"] img`);
}
