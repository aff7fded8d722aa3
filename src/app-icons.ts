/** The icons of the site as an app. A maskable icon can be cut to a circle, and iOS rounds its `touch` icon. */

interface AppIcon {
  readonly name: string;
  /** In pixels. */
  readonly size: number;
  readonly purpose: 'any' | 'maskable' | 'touch';
  /** The part of its width that the picture fills. */
  readonly filled: number;
}

export const TOUCH_ICON = 'touch-180.png';

export const APP_ICONS: readonly AppIcon[] = [
  { name: 'icon-192.png', size: 192, purpose: 'any', filled: 1 },
  { name: 'icon-512.png', size: 512, purpose: 'any', filled: 1 },
  // A circle of 80 % is always visible (W3C Web Application Manifest, icon masks).
  { name: 'maskable-512.png', size: 512, purpose: 'maskable', filled: 0.66 },
  { name: TOUCH_ICON, size: 180, purpose: 'touch', filled: 0.78 },
];
