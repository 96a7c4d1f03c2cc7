/**
 * The packages that the bundle leaves out, and which of their files are needed at run time: sharp with its native
 * part for Linux with glibc, as Lambda has it, and libheif's decoder, which would cost every cold start 10 ms if
 * it were in the bundle. Licences and manifests come along with each.
 */
export function layerPackages(cpu: 'arm64' | 'x64'): Record<string, string[]> {
  return {
    sharp: ['dist/**/*.cjs'],
    '@img/colour': ['*.cjs'],
    'detect-libc': ['lib/**/*.js'],
    semver: ['*.js', '{classes,functions,internal,ranges}/**/*.js'],
    [`@img/sharp-linux-${cpu}`]: ['*.cjs', 'lib/*.node'],
    [`@img/sharp-libvips-linux-${cpu}`]: ['lib/*.{js,so.*}', 'versions.json'],
    'libheif-js': ['libheif-wasm/libheif-bundle.js', 'libheif-wasm/LICENSE'],
  };
}
