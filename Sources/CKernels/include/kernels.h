/// The inner loops of the language engine, matrix products and the recurrence of the encoder, and of the ranker's trees.
///
/// They are C and not Swift for one reason: a function here is compiled once for each generation of processor
/// (512-bit vectors, 256-bit, any) and the best is chosen when it is called, which Swift cannot do yet. All pointers are to
/// `float`s that do not overlap; nothing is allocated and nothing is kept.
#pragma once
#include <stdint.h>

/// C = A·B, or C += A·B where `accumulate` is not 0. A is rows × depth, B is depth × columns, C is rows × columns with
/// `strideC` floats from row to row. `rowA`, `columnA` (and for B) are the steps from row to row and column to column, so
/// that a transposed matrix is a matter of swapping them. Cost: 2·rows·columns·depth operations.
void casus_multiply(
    long rows, long columns, long depth,
    const float *a, long rowA, long columnA,
    const float *b, long rowB, long columnB,
    float *c, long strideC, int accumulate);

/// One direction of one layer of a simple recurrent unit over a sentence of `count` words.
///
/// `gates`: count rows of `gateStride` floats, of which 3·width are this direction's: candidate, forget and reset, before
/// the sigmoid; the two gates are left as sigmoids. `input` and `output`: rows of `stride` floats, of which this direction's
/// `width` are used. `state`: count × width, kept for the way back. `peephole` (forget, reset) and `bias` (forget, reset): 2·width.
/// `step` is 1 from the first word on, -1 from the last.
void casus_recur(
    long count, long width, int step,
    float *gates, long gateStride, const float *input, float *output, long stride,
    float *state, const float *peephole, const float *bias);

/// The way back through `casus_recur`: from `outputGradient` to `gateGradient` and `inputGradient` (added to); the gradients
/// of `peephole` and `bias` are added to theirs. `carry`: width floats of working memory.
void casus_recur_back(
    long count, long width, int step,
    const float *gates, float *gateGradient, long gateStride,
    const float *input, const float *outputGradient, float *inputGradient, long stride,
    const float *state, const float *peephole, float *peepholeGradient, float *biasGradient, float *carry);

/// y += scale · x over `count` floats.
void casus_add(long count, float scale, const float *x, float *y);

/// y += scale · x over `count` signed bytes: a row of a quantised table.
void casus_add_bytes(long count, float scale, const int8_t *x, float *y);

/// The inner product of two rows of `count` floats.
float casus_dot(long count, const float *x, const float *y);

/// One step of Adam over `count` weights; the gradient is set to zero. `rate` holds the correction of the bias.
void casus_adam(
    long count, float rate, float firstDecay, float secondDecay, float epsilon, float shrink,
    float *weights, float *gradient, float *first, float *second);

/// How many bytes a packed matrix of depth × columns takes.
long casus_packed_size(long depth, long columns);

/// Rounds a matrix of depth × columns to signed bytes, a scale a column, in the order that `casus_multiply_bytes` reads; `sums` are of
/// each column's bytes.
void casus_pack_bytes(long depth, long columns, const float *matrix, int8_t *packed, float *scales, int32_t *sums);

/// C = A·B (+ bias), or C += …, with a packed B and with A rounded to bytes row by row on the way: several times faster than
/// `casus_multiply`, and right to about a hundredth of the largest number of a row. The depth is 1,024 at most.
void casus_multiply_bytes(
    long rows, long columns, long depth,
    const float *a, long strideA,
    const int8_t *packed, const float *scales, const int32_t *sums, const float *bias,
    float *c, long strideC, int accumulate);

/// Multiplies what is below zero by `slope`.
void casus_bend(long count, float slope, float *values);

/// The place of the largest of `count` floats, the first of several; 0 where there are none.
long casus_best(long count, const float *values);

/// A question of a decision tree: whether the value in `column` is at most `threshold`. `left` is the place of the node for yes, the other
/// one follows it. A leaf asks what is always true and leads to itself.
typedef struct {
    int16_t column;
    uint16_t left;
    float threshold;
} casus_tree_node;

/// To the sums of some rows, by their numbers, adds what each one gains at the leaf of the tree that it comes to. `gains` are parallel to
/// `nodes`; `values` has `columns` floats a row.
void casus_sum_tree(
    const casus_tree_node *nodes, const float *gains, const float *values, long columns,
    const int32_t *rows, long count, float *sums);
