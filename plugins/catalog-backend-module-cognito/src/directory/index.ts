export type { Directory, DirectoryGroup, DirectoryUser } from './Directory';
export { createTextReader } from './createTextReader';
export { DirectoryFileError } from './DirectoryFileError';
export type { FileProblem } from './DirectoryFileError';
export { readDirectory } from './readDirectory';
export type { ReadText } from './readDirectory';
