/** The linear light of a channel's value, both from 0 to 1; a number is the exponent of a power. */
export type Transfer = number | ((value: number) => number);

/** Red, green and blue of full strength in XYZ, adapted to the white of profiles, D50 (Bradford). */
export type Primaries = readonly (readonly [x: number, y: number, z: number])[];

const D50 = [0.9642, 1, 0.8249];
const HEADER_BYTES = 128;
const SAMPLES = 1024;

/** A colour profile of RGB by its primaries and the curve that its channels share (ICC.1:2010, 8.3.3). */
export function rgbProfile(primaries: Primaries, transfer: Transfer): Buffer {
  const [red, green, blue] = primaries.map(xyz);
  const curve = curveOf(transfer);
  const tags: [string, Buffer][] = [
    ['rXYZ', red!],
    ['gXYZ', green!],
    ['bXYZ', blue!],
    ['wtpt', xyz(D50)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  let at = HEADER_BYTES + 4 + tags.length * 12;
  const table = tags.map(([signature, data]) => {
    at += data.length;
    return Buffer.concat([Buffer.from(signature), uint32(at - data.length), uint32(data.length)]);
  });
  return Buffer.concat([header(at), uint32(tags.length), ...table, ...tags.map(([, data]) => data)]);
}

function header(bytes: number): Buffer {
  const written = Buffer.alloc(HEADER_BYTES);
  written.writeUInt32BE(bytes, 0);
  written.writeUInt32BE(0x0420_0000, 8); // version 4.2
  written.write('mntrRGB XYZ ', 12, 'latin1');
  written.write('acsp', 36, 'latin1');
  Buffer.concat(D50.map(fixed)).copy(written, 68);
  return written;
}

function xyz(values: readonly number[]): Buffer {
  return Buffer.concat([Buffer.from('XYZ \0\0\0\0', 'latin1'), ...values.map(fixed)]);
}

function curveOf(transfer: Transfer): Buffer {
  // Samples of a power would be too far apart near black.
  if (typeof transfer === 'number') {
    return Buffer.concat([Buffer.from('para\0\0\0\0\0\0\0\0', 'latin1'), fixed(transfer)]);
  }
  const samples = Buffer.alloc(SAMPLES * 2);
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    samples.writeUInt16BE(Math.round(transfer(sample / (SAMPLES - 1)) * 0xffff), sample * 2);
  }
  return Buffer.concat([Buffer.from('curv\0\0\0\0', 'latin1'), uint32(SAMPLES), samples]);
}

/** s15Fixed16Number. */
function fixed(value: number): Buffer {
  const written = Buffer.alloc(4);
  written.writeInt32BE(Math.round(value * 0x1_0000), 0);
  return written;
}

function uint32(value: number): Buffer {
  const written = Buffer.alloc(4);
  written.writeUInt32BE(value, 0);
  return written;
}
