/** What the module of `assembly/` exports; the numbers are explained there. Places are addresses in its memory. */

/** An area's edges, px. */
type Edges = [left: number, top: number, right: number, bottom: number];
type Colour = [red: number, green: number, blue: number];

export interface Arithmetic {
  memory: WebAssembly.Memory;
  layOver(
    ...all: [
      ...[under: number, underWidth: number, over: number, overWidth: number],
      ...[columns: number, rows: number],
    ]
  ): void;
  layShadedRow(
    ...all: [...[under: number, over: number, columns: number, shade: number], ...colour: Colour]
  ): void;
  keepWithin(pixels: number, mask: number, count: number): void;
  containColours(...all: [pixels: number, width: number, ...edges: Edges]): void;
  markShown(
    ...all: [
      ...[shown: number, wanted: number, across: number],
      ...[pixels: number, width: number, faint: number],
      ...edges: Edges,
    ]
  ): void;
  fillAlphaMap(map: number, pixels: number, width: number, height: number, step: number): void;
  fillLightMap(map: number, pixels: number, width: number, height: number): void;
  blur(map: number, scratch: number, width: number, height: number, radius: number): void;
  readRow(
    ...all: [
      ...[row: number, count: number, map: number, width: number, height: number, step: number],
      ...[between: number, x: number, y: number, factor: number],
    ]
  ): void;
  readSquares(
    ...all: [
      ...[row: number, count: number, map: number, width: number, height: number],
      ...[between: number, x: number, y: number, factor: number],
    ]
  ): void;
  flatten(...all: [pixels: number, count: number, ...colour: Colour, detail: number]): void;
  figureLight(): number;
  lightRow(
    ...all: [
      ...[row: number, columns: number, before: number, behind: number],
      ...[rimStrength: number, shadeStrength: number],
    ]
  ): void;
  marginRow(...all: [row: number, columns: number, near: number, ...colour: Colour]): void;
  fillBrightness(bytes: number, pixels: number, count: number): void;
  findEdges(edges: number, map: number, bytes: number, width: number, height: number): void;
  shineRow(
    ...all: [
      ...[row: number, columns: number, edges: number, glow: number],
      ...colour: Colour,
      ...[own: number, keep: number, vivid: number],
    ]
  ): void;
  displace(
    ...all: [
      ...[pixels: number, width: number, height: number, unmoved: number],
      ...[flowX: number, flowY: number, reach: number, most: number],
      ...edges: Edges,
    ]
  ): void;
  washRow(row: number, behind: number, columns: number, around: number, spread: number): void;
  brush(
    ...all: [
      ...[pixels: number, width: number, count: number],
      ...[bristles: number, wash: number, bend: number, reach: number],
      ...edges: Edges,
    ]
  ): void;
  finish(
    ...all: [
      ...[pixels: number, width: number, grain: number, fibre: number],
      ...[grainPart: number, fibrePart: number, darkening: number],
      ...[middleX: number, middleY: number, reachX: number, reachY: number],
      ...edges: Edges,
    ]
  ): void;
  fillMeans(
    ...all: [
      ...[means: number, pixels: number, width: number, height: number],
      ...[across: number, first: number, end: number],
    ]
  ): void;
  cover(
    ...all: [
      ...[pixels: number, width: number, means: number, across: number, between: number],
      ...edges: Edges,
    ]
  ): void;
  fillGrain(texture: number, stride: number, width: number, height: number, seed: number): void;
  addNoise(
    ...all: [
      ...[field: number, width: number, height: number],
      ...[cells: number, cellsX: number, cellsY: number, weight: number, seed: number],
    ]
  ): void;
  fieldToTexture(texture: number, stride: number, field: number, width: number, height: number): void;
  mirrorOut(texture: number, width: number, height: number, left: number, top: number): void;
  cutOpaque(colours: number, pixels: number, stride: number, columns: number, rows: number): void;
  cutOut(straight: number, pixels: number, stride: number, columns: number, rows: number): void;
  fillUnseen(straight: number, columns: number, rows: number, least: number): void;
}
