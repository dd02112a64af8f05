import { type ReactNode } from 'react';
import styles from './DataTable.module.css';

export interface DataRow {
  id: string;
  /** One for each column; the first names the row. Where there are fewer, the last takes the rest. */
  cells: ReactNode[];
}

interface DataTableProps {
  /** Read out, not shown: the section's title is beside it. */
  caption: string;
  columns: string[];
  rows: DataRow[];
}

/** A small table to read. It scrolls in its own box where it is too wide. */
export function DataTable({ caption, columns, rows }: DataTableProps) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells: [first, ...rest] }) => (
            <tr key={id}>
              <th scope="row">{first}</th>
              {rest.map((cell, index) => (
                <td
                  key={index}
                  colSpan={
                    index === rest.length - 1 ? columns.length - 1 - index : 1
                  }
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
