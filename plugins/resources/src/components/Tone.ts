/** What a status means to its reader; each has its colours in `StatusBadge.module.css` and its icon. */
export type Tone = 'positive' | 'negative' | 'warning' | 'active' | 'neutral';
