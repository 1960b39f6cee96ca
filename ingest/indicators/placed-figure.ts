import type { Figure } from './figure.js';
import type { Place } from './locate.js';

/** A figure and where it stands. */
export interface PlacedFigure {
  figure: Figure;
  place: Place;
}
