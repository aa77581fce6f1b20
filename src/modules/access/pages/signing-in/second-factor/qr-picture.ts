import { renderSVG } from 'uqr';

/** The picture that an authenticator app reads, as SVG of black squares on white. It says nothing by itself: the key stands beside it. */
export const qrPicture = (text: string): string =>
  renderSVG(text, { border: 2 }).replace(
    '<svg ',
    '<svg width="220" height="220" role="img" aria-label="Picture for an authenticator app" ',
  );
