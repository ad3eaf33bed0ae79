/** `cancel` cannot be undone and is done at once; `at-term` switches auto-renew off, and can be taken back until then. */
export type EndingWay = 'cancel' | 'at-term'
