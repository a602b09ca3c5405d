/**
 * A vehicle from the side, looking left. Units: 1000 wide, the ground under the middle at (0, 0). It is what
 * lies behind the people aboard and what stands before them.
 */
export interface Vehicle {
  behind: string;
  front: string;
  /** Where people sit: the middle of their waist, and how tall they are from there to the crown. */
  seats: readonly { x: number; y: number; height: number }[];
  /** Whether it is in the air. */
  flies: boolean;
  /** Its height, units. */
  height: number;
}
