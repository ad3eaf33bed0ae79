/**
 * What Slack takes, in characters (UTF-16 units, of which there are never fewer than Slack counts) and in pieces. From
 * @slack/types 3.2 and docs.slack.dev, unless it says otherwise.
 */
export const limits = {
  /** Blocks of a message; of a modal or a Home tab. */
  messageBlocks: 50,
  viewBlocks: 100,
  /** The text beside the blocks: 4,000 is asked for, 40,000 is where Slack cuts. */
  messageText: 4_000,
  /** A section's text, and any text object that has no limit of its own; a rich_text has none that is known. */
  sectionText: 3_000,
  headerText: 150,
  /** Elements of one actions block; also taken for all the buttons of one message. */
  actionsElements: 25,
  buttonText: 75,
  buttonValue: 2_000,
  /** Options of a select; of checkboxes and radio buttons; and what one of them says and carries. */
  selectOptions: 100,
  tickedOptions: 10,
  optionText: 75,
  optionValue: 75,
  inputLabel: 2_000,
  /** What may be typed into a plain_text_input, and so what may stand in it. */
  inputText: 3_000,
  viewTitle: 24,
  viewButton: 24,
  privateMetadata: 3_000,
  tableColumns: 20,
  /** Rows with the header, and characters of all cells of a message. An older Slack takes 101 and 10,000. */
  dataTableRows: 201,
  dataTableText: 20_000,
  tableRows: 100,
  tableText: 10_000,
  /** More than one `table` in a message is refused (vercel/chat#194). */
  tables: 1,
  /**
   * The blocks of a message, tables aside, as JSON without what is only carried back. Slack says only `msg_blocks_too_long`: 12,000 characters of text
   * and something for what holds them (bolt-js#2509), and refused 11,341 in many small pieces (bolt-js#2867).
   */
  messageSize: 12_000,
  /** The same of a view: `view_too_large` comes at 250 KB. */
  viewSize: 60_000,
} as const
