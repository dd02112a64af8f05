export { pageTitlesModule } from './pageTitlesModule';
