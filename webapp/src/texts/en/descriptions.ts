/** Of pages, for search engines. */
export const descriptions = {
  site: 'Films, and a gallery for photographs, stills and posters.',
  gallery: 'Photographs, stills and posters that members show to everybody.',
  signIn: 'Sign in to see your photographs and to bring new ones.',
  signUp: 'Make an account to keep your photographs and to show them to whom you like.',
};
