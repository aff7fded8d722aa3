/** In a module of its own, which stays loaded while the modules of the content are replaced. */
import { readContent } from '../../node/content-folder.ts';
import { WatchedContent } from '../../node/watched-content.ts';

export const watchedContent = new WatchedContent(readContent);
