/**
 * Marks a text for the catalogues where it stands in a table, before anybody says it: whoever shows it says it by
 * `t` or `told`. Pure.
 */
export function phrase<Text extends string>(english: Text): Text {
  return english;
}
