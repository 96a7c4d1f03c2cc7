/** Unsigned numbers as bytes, one after the other, in little or big endian. */
export const uint16 = {
  le: (...values: number[]) => written(2, values, (bytes, value, at) => bytes.writeUInt16LE(value, at)),
  be: (...values: number[]) => written(2, values, (bytes, value, at) => bytes.writeUInt16BE(value, at)),
};

export const uint32 = {
  le: (...values: number[]) => written(4, values, (bytes, value, at) => bytes.writeUInt32LE(value, at)),
  be: (...values: number[]) => written(4, values, (bytes, value, at) => bytes.writeUInt32BE(value, at)),
};

function written(width: number, values: number[], write: (bytes: Buffer, value: number, at: number) => void) {
  const bytes = Buffer.alloc(values.length * width);
  values.forEach((value, index) => {
    write(bytes, value, index * width);
  });
  return bytes;
}
