/** The elements of insights. */
import './insight-filter.ts';
import './insight-list.ts';
