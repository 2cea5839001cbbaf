/** The part of `railroad-diagrams` that is used; it brings no types. */
declare module "railroad-diagrams" {
  namespace railroad {
    interface Shape {
      readonly width: number;
    }
    interface Picture extends Shape {
      readonly attrs: { readonly width: number; readonly height: number };
      format(): Picture;
      toString(): string;
    }
  }
  const railroad: {
    readonly Diagram: (...items: readonly railroad.Shape[]) => railroad.Picture;
    readonly Sequence: (...items: readonly railroad.Shape[]) => railroad.Shape;
    readonly Choice: (normal: number, ...items: readonly railroad.Shape[]) => railroad.Shape;
    readonly Optional: (item: railroad.Shape) => railroad.Shape;
    readonly OneOrMore: (item: railroad.Shape, repeat?: railroad.Shape) => railroad.Shape;
    readonly ZeroOrMore: (item: railroad.Shape, repeat?: railroad.Shape) => railroad.Shape;
    readonly Terminal: (text: string) => railroad.Shape;
    readonly NonTerminal: (text: string) => railroad.Shape;
  };
  export = railroad;
}
