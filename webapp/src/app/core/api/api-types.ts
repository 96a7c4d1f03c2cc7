import type { components } from './schema';

/** The API's answers, made from its OpenAPI document, under the names that the pages use. */
type Schemas = components['schemas'];

export type Image = Schemas['Image'];
export type ImageWithOriginal = Schemas['ImageWithOriginal'];
export type ImagePage = Schemas['ImagePage'];
export type Year = Schemas['Year'];
export type ImageStatus = Image['status'];
export type ImageFailure = NonNullable<Image['failure']>;
export type Visibility = Image['visibility'];
export type Thumbnail = Schemas['Thumbnail'];
export type Exif = NonNullable<Schemas['Exif']>;

/** Any type may be asked for; the API says which ones it takes. */
export type UploadAsk = Omit<Schemas['AskForUpload'], 'contentType'> & { contentType: string };
export type ArrivedPart = Schemas['Part'];

/** What is to be sent to the bucket just so. The document cannot express headers of any name. */
export type SignedRequest = Omit<Schemas['SignedPart'], 'headers'> & { headers: Record<string, string> };

export type MultipartUpload = Required<Pick<Schemas['Upload'], 'uploadId' | 'partBytes' | 'partCount'>>;

export type UploadAnswer =
  | { image: Image; upload: SignedRequest | MultipartUpload; duplicate?: false }
  | (Schemas['Duplicate'] & { upload?: undefined });

export type User = Schemas['User'];
export type SessionAnswer = Schemas['Session'];
export type UserPatch = Schemas['ChangeUser'];
export type ImagePatch = Schemas['ChangeImage'];

export type Movie = Schemas['Movie'];
export type MovieWithDetails = Schemas['MovieWithDetails'];
export type MoviePage = Schemas['MoviePage'];
export type MovieYear = Schemas['MovieYear'];
export type Poster = NonNullable<Movie['poster']>;
export type NewMovie = Schemas['NewMovie'];
export type MoviePatch = Schemas['ChangeMovie'];
export type Genre = Schemas['Genre'];
export type GenrePatch = Schemas['ChangeGenre'];
export type Director = Schemas['Director'];
export type DirectorPatch = Schemas['ChangeDirector'];
export type MovieList = Schemas['MovieList'];
