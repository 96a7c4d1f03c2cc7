export const viewer = {
  label: 'Viewer',
  image: 'Image',
  details: 'Details',
  trash: 'Move to the trash',
  previous: 'Previous image',
  next: 'Next image',
  goBack: 'Go back',
  notReady: 'This image is still being made ready. Come back in a moment.',
  play: (bytes: string) => `Play the animation, ${bytes}`,
  pause: 'Pause the animation',
  didNotPlay: 'The moving picture did not come. Try it again in a moment.',
  didNotCome: 'This picture did not come. Close it and open it again.',

  panel: {
    close: 'Close the details',
    shownBy: (name: string) => `Shown by ${name}`,
    camera: 'Camera',
    taken: 'Taken',
    size: 'Size',
    file: 'File',
    download: 'Download the original',
  },

  form: {
    title: 'Title',
    description: 'Description',
    describes: 'Read out to those who cannot see the picture.',
    public: 'Public: everybody may look',
    private: 'Private: only you may look',
    tellsPlace: 'The original says where it was taken, and everybody can download it.',
  },

  film: {
    label: 'Film',
    takeOut: 'Take out',
    takeOutOf: (title: string) => `Take out of ${title}`,
    noMatch: 'No film matches.',
    didNotCome: 'The films did not come.',
  },
};
