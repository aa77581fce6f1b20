import { sweepGallery } from './sweep-gallery.ts';

// The longer suite lets axe judge every example at this width, too.
await sweepGallery(375, 'the first of each page');
