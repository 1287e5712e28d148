#include "kernels.h"
#include <string.h>

// Blocks that stay in the caches: a panel of A in the first level, a panel of B in the second (sizes in floats).
enum { depthBlock = 256, rowBlock = 96, columnBlock = 512 };

static _Thread_local float packedA[rowBlock * depthBlock] __attribute__((aligned(64)));
static _Thread_local float packedB[columnBlock * depthBlock] __attribute__((aligned(64)));

typedef float Lanes16 __attribute__((vector_size(64), aligned(4)));
typedef float Lanes8 __attribute__((vector_size(32), aligned(4)));
typedef float Lanes4 __attribute__((vector_size(16), aligned(4)));

static inline long least(long a, long b) { return a < b ? a : b; }

// Panels of `tile` rows (or columns), padded with zeros: element (index, k) of panel p lies at p·tile·depth + k·tile + index.
static void pack(
    const float *source, long step, long depthStep, long count, long depth, long tile, float *packed)
{
    for (long start = 0; start < count; start += tile) {
        long width = least(tile, count - start);
        for (long k = 0; k < depth; k++) {
            const float *from = source + start * step + k * depthStep;
            long index = 0;
            if (step == 1) { memcpy(packed, from, width * sizeof(float)); index = width; }
            for (; index < width; index++) packed[index] = from[index * step];
            for (; index < tile; index++) packed[index] = 0;
            packed += tile;
        }
    }
}

// A tile of ROWS × (2 vectors), held in registers over the whole depth.
#define MULTIPLY(NAME, TARGET, LANES, ROWS)                                                                   \
    TARGET static void NAME(                                                                                  \
        long rows, long columns, long depth, const float *a, const float *b, float *c, long stride, int add)  \
    {                                                                                                         \
        enum { lanes = sizeof(LANES) / sizeof(float), width = 2 * lanes };                                    \
        for (long column = 0; column < columns; column += width)                                              \
            for (long row = 0; row < rows; row += ROWS) {                                                     \
                const float *left = a + row * depth, *right = b + column * depth;                             \
                LANES sum[ROWS][2] = {0};                                                                     \
                for (long k = 0; k < depth; k++, left += ROWS, right += width) {                              \
                    LANES first = *(const LANES *)right, second = *(const LANES *)(right + lanes);            \
                    _Pragma("clang loop unroll(full)")                                                        \
                    for (int i = 0; i < ROWS; i++) {                                                          \
                        sum[i][0] += left[i] * first;                                                         \
                        sum[i][1] += left[i] * second;                                                        \
                    }                                                                                         \
                }                                                                                             \
                long high = least(ROWS, rows - row), wide = least(width, columns - column);                   \
                for (long i = 0; i < high; i++) {                                                             \
                    float *to = c + (row + i) * stride + column;                                              \
                    if (wide == width) {                                                                      \
                        if (add) { sum[i][0] += *(LANES *)to; sum[i][1] += *(LANES *)(to + lanes); }          \
                        *(LANES *)to = sum[i][0];                                                             \
                        *(LANES *)(to + lanes) = sum[i][1];                                                   \
                    } else {                                                                                  \
                        const float *from = (const float *)sum[i];                                            \
                        for (long j = 0; j < wide; j++) to[j] = add ? to[j] + from[j] : from[j];              \
                    }                                                                                         \
                }                                                                                             \
            }                                                                                                 \
    }

#if defined(__x86_64__)
MULTIPLY(multiplyWide, __attribute__((target("avx512f,fma"))), Lanes16, 8)
MULTIPLY(multiplyMiddle, __attribute__((target("avx2,fma"))), Lanes8, 6)
#endif
MULTIPLY(multiplyAny, , Lanes4, 4)

typedef struct {
    long rows, width;
    void (*run)(long, long, long, const float *, const float *, float *, long, int);
} Kernel;

static Kernel bestKernel(void)
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f")) return (Kernel){8, 32, multiplyWide};
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return (Kernel){6, 16, multiplyMiddle};
#endif
    return (Kernel){4, 8, multiplyAny};
}

void casus_multiply(
    long rows, long columns, long depth, const float *a, long rowA, long columnA,
    const float *b, long rowB, long columnB, float *c, long strideC, int accumulate)
{
    Kernel kernel = bestKernel();
    if (depth == 0 && !accumulate)
        for (long row = 0; row < rows; row++) memset(c + row * strideC, 0, columns * sizeof(float));
    for (long column = 0; column < columns; column += columnBlock) {
        long wide = least(columnBlock, columns - column);
        for (long k = 0; k < depth; k += depthBlock) {
            long deep = least(depthBlock, depth - k);
            pack(b + column * columnB + k * rowB, columnB, rowB, wide, deep, kernel.width, packedB);
            for (long row = 0; row < rows; row += rowBlock) {
                long high = least(rowBlock, rows - row);
                pack(a + row * rowA + k * columnA, rowA, columnA, high, deep, kernel.rows, packedA);
                kernel.run(
                    high, wide, deep, packedA, packedB, c + row * strideC + column, strideC, accumulate || k > 0);
            }
        }
    }
}
