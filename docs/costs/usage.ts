import * as assumed from './assumptions.ts';

const GB = 1e9;

/** What a gallery of one size does in a month. */
export interface Usage {
  images: number;
  uploads: number;
  looks: number;
  apiRequests: number;
  pageRequests: number;
  /** Out of the image bucket. */
  pictureGb: number;
  /** Out of CloudFront: the web app and the API's answers. */
  siteGb: number;
  originalGb: number;
  renditionGb: number;
  renditionsPerImage: number;
  databaseGb: number;
}

export function usageOf(images: number): Usage {
  const { grid, large, original } = assumed.LOOKS_PER_IMAGE;
  const widths = Object.values(assumed.RENDITION_BYTES);
  const uploads = images * assumed.UPLOADS_PER_IMAGE;
  const visits = (images * grid) / assumed.PICTURES_A_VISIT;
  const listings = (images * grid) / assumed.IMAGES_A_LISTING;
  const requests = assumed.API_REQUESTS;
  return {
    images,
    uploads,
    looks: images * (grid + large + original),
    apiRequests:
      listings +
      visits * requests.perVisit +
      images * large * requests.perLargeLook +
      uploads * requests.perUpload,
    pageRequests: visits * assumed.WEB_APP.requests,
    pictureGb:
      (images *
        (grid * assumed.RENDITION_BYTES[640] +
          large * assumed.RENDITION_BYTES[2048] +
          original * assumed.ORIGINAL_BYTES)) /
      GB,
    siteGb: (listings * assumed.LISTING_BYTES + visits * assumed.WEB_APP.bytes) / GB,
    originalGb: (images * assumed.ORIGINAL_BYTES) / GB,
    renditionGb: (images * sum(widths)) / GB,
    renditionsPerImage: widths.length,
    databaseGb: (images * assumed.DATABASE_BYTES) / GB,
  };
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
