export const notFound = {
  heading: 'Nothing is shown here',
  text: 'The address may have a slip in it, or what was here has gone.',
};
