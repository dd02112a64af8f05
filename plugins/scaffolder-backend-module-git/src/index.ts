export { gitFeatures as default } from './gitFeatures';
