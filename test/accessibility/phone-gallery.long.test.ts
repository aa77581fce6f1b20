import { sweepGallery } from './sweep-gallery.ts';

await sweepGallery(375);
