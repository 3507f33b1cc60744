/** Makes pictures small: PNG with a palette of few colours, which pictures of text and charts do with. Pure. */
import UPNG from 'upng-js';

/** So many that no eye sees the difference in text and charts: letters need shades between ink and paper, a chart its two colours, and emoji are small. */
const COLOURS = 64;

/** The same picture with a palette. @throws Error when it is no PNG */
export function toPalette(png: Uint8Array): Buffer {
  const image = UPNG.decode(new Uint8Array(png).buffer);
  const [pixels] = UPNG.toRGBA8(image);
  if (pixels === undefined) throw new Error('The picture has no frame');
  return Buffer.from(UPNG.encode([pixels], image.width, image.height, COLOURS));
}
