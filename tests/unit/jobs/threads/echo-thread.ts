/** The entry of a thread that says what it was told. */
export default ({ name }: { name: string }): string => name;
