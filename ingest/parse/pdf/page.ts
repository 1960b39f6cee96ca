/** A run of text on a page; lengths in points, y down from the top of the page as it is read. */
export interface PdfItem {
  text: string;
  left: number;
  right: number;
  /** Height of the baseline. */
  y: number;
  /** Size of the type. */
  size: number;
}

/** A straight line of a table or frame. */
export interface Ruling {
  direction: 'horizontal' | 'vertical';
  /** The y of a horizontal ruling, the x of a vertical one. */
  at: number;
  from: number;
  to: number;
}

export interface PdfPage {
  number: number;
  width: number;
  height: number;
  /** In the order of the file, which is the order of writing. */
  items: PdfItem[];
  rulings: Ruling[];
}

/** A line of text, its items put together from left to right. */
export interface PdfLine {
  kind: 'line';
  /** Its number among all the lines of the file; 0 before they are counted. */
  number: number;
  page: number;
  text: string;
  left: number;
  /** Where the text begins after a bullet, which the lines below keep to. */
  textLeft: number;
  right: number;
  y: number;
  size: number;
  items: PdfItem[];
  /** The frame around the line, where it stands in one; lines of different frames never join. */
  frame: number | null;
}
