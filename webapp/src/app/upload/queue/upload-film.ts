/** The film whose page a file was brought to. */
export interface UploadFilm {
  id: string;
  title: string;
}
