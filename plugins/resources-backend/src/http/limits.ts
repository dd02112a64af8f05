/** Bytes of a request with a bundle: 5 MB in Base64, and what is around it. */
export const MAX_BUNDLE_REQUEST_BYTES = 8 * 1024 * 1024;

/** Bytes of any other request, and of one with a bundle apart from it. */
export const MAX_REQUEST_BYTES = 256 * 1024;
