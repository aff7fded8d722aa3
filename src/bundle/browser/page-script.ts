/** The script of every page. Elements that a page does not have cost it nothing. */
import './data-files.ts';
import '../../elements/check-list.ts';
import '../../elements/checklist-builder.ts';
import '../../elements/copy-text.ts';
import '../../elements/insights.ts';
import '../../elements/mark-found-words.ts';
import '../../elements/on-this-page.ts';
import '../../elements/overdue-actions.ts';
import '../../elements/list-filter.ts';
import '../../elements/print-brief.ts';
import '../../elements/search-shortcuts.ts';
import '../../elements/theme-toggle.ts';
