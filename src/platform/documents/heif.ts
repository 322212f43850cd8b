/** What we use of libheif (`libheif-js`, whose own types don't say what its functions take and give). */
export type Heif = {
  readonly heif_context_alloc: () => HeifContext;
  readonly heif_context_read_from_memory: (context: HeifContext, bytes: Uint8Array) => { readonly message: string };
  readonly heif_js_context_get_primary_image_handle: (context: HeifContext) => HeifHandle;
  readonly heif_image_handle_get_width: (handle: HeifHandle) => number;
  readonly heif_image_handle_get_height: (handle: HeifHandle) => number;
  readonly heif_js_decode_image2: (handle: HeifHandle, colours: unknown, chroma: unknown) => HeifImage;
  readonly heif_colorspace: { readonly heif_colorspace_RGB: unknown };
  readonly heif_chroma: { readonly heif_chroma_interleaved_RGB: unknown };
};

/** Values of the library's own memory, to be handed back to it. */
type HeifContext = { readonly context: unique symbol };
type HeifHandle = { readonly handle: unique symbol };

/** `channels`: missing where it couldn't be decoded. */
export type HeifImage = {
  readonly channels?: readonly {
    readonly width: number;
    readonly height: number;
    /** Bytes from one row to the next. */
    readonly stride: number;
    readonly data: Uint8Array;
  }[];
};

export type HeifFactory = (options: {
  readonly print: () => void;
  readonly printErr: () => void;
  readonly instantiateWasm: (
    imports: WebAssembly.Imports,
    given: (instance: WebAssembly.Instance) => void,
  ) => WebAssembly.Exports;
}) => Heif;
