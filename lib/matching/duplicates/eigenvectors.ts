const mostSweeps = 30;

/**
 * Of a symmetric matrix in rows (Jacobi's rotations), the largest first: `vectors` holds them in its columns.
 */
export function eigenvectors(
  symmetric: Float64Array,
  size: number,
): { values: Float64Array; vectors: Float64Array } {
  const matrix = Float64Array.from(symmetric);
  const turned = new Float64Array(size * size);
  for (let at = 0; at < size; at += 1) turned[at * size + at] = 1;
  const small = 1e-22 * matrix.reduce((sum, value) => sum + value * value, 0);
  for (let sweep = 0; sweep < mostSweeps && offDiagonal(matrix, size) > small; sweep += 1)
    for (let p = 0; p < size; p += 1)
      for (let q = p + 1; q < size; q += 1) rotate(matrix, turned, size, p, q);
  return ordered(matrix, turned, size);
}

function offDiagonal(matrix: Float64Array, size: number): number {
  let sum = 0;
  for (let row = 0; row < size; row += 1)
    for (let column = row + 1; column < size; column += 1)
      sum += (matrix[row * size + column] ?? 0) ** 2;
  return sum;
}

/** Turns the matrix so that nothing is left between p and q. */
function rotate(matrix: Float64Array, turned: Float64Array, size: number, p: number, q: number) {
  const between = matrix[p * size + q] ?? 0;
  if (Math.abs(between) < 1e-300) return;
  const theta = ((matrix[q * size + q] ?? 0) - (matrix[p * size + p] ?? 0)) / (2 * between);
  const tangent = Math.sign(theta || 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const cosine = 1 / Math.hypot(tangent, 1);
  const sine = tangent * cosine;
  for (let at = 0; at < size; at += 1) {
    const [a, b] = [matrix[p * size + at] ?? 0, matrix[q * size + at] ?? 0];
    matrix[p * size + at] = cosine * a - sine * b;
    matrix[q * size + at] = sine * a + cosine * b;
  }
  for (const one of [matrix, turned])
    for (let at = 0; at < size * size; at += size) {
      const a = one[at + p] ?? 0;
      const b = one[at + q] ?? 0;
      one[at + p] = cosine * a - sine * b;
      one[at + q] = sine * a + cosine * b;
    }
}

function ordered(matrix: Float64Array, turned: Float64Array, size: number) {
  const order = Array.from({ length: size }, (_, at) => at).sort(
    (a, b) => (matrix[b * size + b] ?? 0) - (matrix[a * size + a] ?? 0),
  );
  const values = Float64Array.from(order, (at) => matrix[at * size + at] ?? 0);
  const vectors = new Float64Array(size * size);
  for (const [column, at] of order.entries())
    for (let row = 0; row < size; row += 1)
      vectors[row * size + column] = turned[row * size + at] ?? 0;
  return { values, vectors };
}
