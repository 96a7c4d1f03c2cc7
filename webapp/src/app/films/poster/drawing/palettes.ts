/** Flat colours that were chosen together. `ink` reads on `ground` at 4.5:1 or better; the accents stand off it. */
export interface Palette {
  ground: string;
  ink: string;
  accents: readonly [string, string, string];
}

export const PALETTES: readonly Palette[] = [
  { ground: '#16120f', ink: '#f3e7cf', accents: ['#e0a030', '#b4472a', '#463529'] },
  { ground: '#e4572e', ink: '#1b0e0a', accents: ['#1d1614', '#f6e3bf', '#a82c1b'] },
  { ground: '#10223a', ink: '#f2e8d5', accents: ['#e8b04a', '#cf4f34', '#33597b'] },
  { ground: '#efe4cf', ink: '#1d1a17', accents: ['#c8321f', '#28495e', '#dcb162'] },
  { ground: '#0e3b3e', ink: '#f3ead7', accents: ['#f08557', '#f2c879', '#23716c'] },
  { ground: '#3d0e21', ink: '#f7dfd3', accents: ['#df5562', '#f0a58f', '#7a2140'] },
  { ground: '#e2b13c', ink: '#1f1a14', accents: ['#b5402a', '#f8edd2', '#35564d'] },
  { ground: '#1d3126', ink: '#ece5c9', accents: ['#cdb755', '#d46d3b', '#46694a'] },
  { ground: '#dce5e2', ink: '#17242b', accents: ['#256880', '#e0583c', '#98b6b6'] },
  { ground: '#241b3f', ink: '#f3e6dc', accents: ['#e26e8d', '#f3b66b', '#53417f'] },
  { ground: '#efe9dd', ink: '#141312', accents: ['#181716', '#c6281f', '#b5aea2'] },
  { ground: '#1b1d20', ink: '#eeeae2', accents: ['#c6c1b6', '#807c75', '#43464b'] },
  { ground: '#f08a6c', ink: '#16203a', accents: ['#1a2748', '#fce5ca', '#c34b47'] },
  { ground: '#c8d8c4', ink: '#1b2b2a', accents: ['#2c695c', '#e4a43d', '#b8492f'] },
  { ground: '#2e1e15', ink: '#f0dfc2', accents: ['#d0944f', '#e9cb99', '#85502f'] },
  { ground: '#1d40ab', ink: '#fdf3df', accents: ['#f3c63e', '#ee573f', '#102467'] },
  { ground: '#eeb4ac', ink: '#3a1220', accents: ['#b5224b', '#fbf0e2', '#5f7d80'] },
  { ground: '#12353d', ink: '#e9e4cc', accents: ['#c9d24d', '#e37d41', '#31666e'] },
  { ground: '#8f1d21', ink: '#fbe9d0', accents: ['#f2b544', '#1f1414', '#c74a3c'] },
  { ground: '#f6dfa4', ink: '#1c2b3a', accents: ['#1f5a73', '#e2563a', '#d8b25c'] },
  { ground: '#2b2f52', ink: '#f5ead9', accents: ['#ffb38a', '#e0566f', '#545a94'] },
  { ground: '#171b26', ink: '#f4efe4', accents: ['#e23d32', '#f4efe4', '#3a4254'] },
  { ground: '#6fa8a0', ink: '#10211f', accents: ['#f6ead0', '#c9432f', '#2b5a57'] },
  { ground: '#e9d9d0', ink: '#2a1c3d', accents: ['#5b3a8c', '#e58a3a', '#bda4c4'] },
];

/** The darker of ink and ground, for what stands against the light. */
export function darkerOf({ ink, ground }: Palette): string {
  const brightness = (colour: string) =>
    [1, 3, 5].reduce((sum, start) => sum + Number.parseInt(colour.slice(start, start + 2), 16), 0);
  return brightness(ink) < brightness(ground) ? ink : ground;
}
