/** Shows a sentence in place of all that the page had. */
export function sayInstead(sentence: string): void {
  const place = document.createElement('div');
  place.className = 'curtain';
  place.role = 'alert';
  place.textContent = sentence;
  document.body.replaceChildren(place);
}
