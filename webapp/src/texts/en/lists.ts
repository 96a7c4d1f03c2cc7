export const lists = {
  didNotCome: 'The lists did not come',
  new: 'A new list',
  newName: 'Name of the new list',
  begin: 'Begin',
  name: 'Name of the list',
  rename: 'Rename',
  renameList: (name: string) => `Rename ${name}`,
  renameHeading: 'Rename the list',
  remove: 'Remove',
  removeList: (name: string) => `Remove ${name}`,
  confirmRemove: {
    heading: (name: string) => `Remove “${name}”?`,
    text: 'The list goes; its films stay in the catalogue.',
    deed: 'Remove the list',
  },
  removed: (name: string) => `“${name}” is gone.`,
  filmTaken: (title: string) => `${title} is out of the list.`,
  empty: {
    heading: 'No lists yet',
    text: 'For a rainy Sunday, for friends, to watch: name a list above, and fill it from the posters.',
  },
  picker: {
    heading: (title: string) => `Lists with “${title}”`,
    empty: 'You have no lists yet. Begin one, and the film is in it.',
    done: 'Done',
  },
};
