#include "kernels.h"
#include <string.h>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

// Weights lie in panels of 32 columns; within a panel, four rows of the depth at a time, column by column: twice the 64 bytes
// that one instruction multiplies. All sums are of whole numbers and come out the same on every processor.
enum { panelColumns = 32, depthGroup = 4, rowTile = 8 };

static inline long panels(long columns) { return (columns + panelColumns - 1) / panelColumns; }
static inline long groups(long depth) { return (depth + depthGroup - 1) / depthGroup; }

long casus_packed_size(long depth, long columns)
{
    return panels(columns) * groups(depth) * panelColumns * depthGroup;
}

void casus_pack_bytes(long depth, long columns, const float *matrix, int8_t *packed, float *scales, int32_t *sums)
{
    memset(packed, 0, casus_packed_size(depth, columns));
    for (long column = 0; column < columns; column++) {
        float largest = 0;
        for (long k = 0; k < depth; k++) {
            float size = __builtin_fabsf(matrix[k * columns + column]);
            if (size > largest) largest = size;
        }
        float factor = largest > 0 ? 127 / largest : 0;
        int8_t *panel = packed + column / panelColumns * groups(depth) * panelColumns * depthGroup;
        int32_t sum = 0;
        for (long k = 0; k < depth; k++) {
            int8_t value = (int8_t)__builtin_rintf(matrix[k * columns + column] * factor);
            panel[(k / depthGroup * panelColumns + column % panelColumns) * depthGroup + k % depthGroup] = value;
            sum += value;
        }
        scales[column] = largest / 127;
        sums[column] = sum;
    }
}

#if defined(__x86_64__)
#define EACH_PROCESSOR __attribute__((target_clones("avx512f", "arch=x86-64-v3", "default")))
#else
#define EACH_PROCESSOR
#endif

// One row to bytes around 128; `out` has whole groups of the depth. Returns what a unit is worth.
EACH_PROCESSOR
static float quantise(long depth, const float *restrict row, uint8_t *restrict out)
{
    float part[16] = {0};
    long k = 0;
    for (; k + 16 <= depth; k += 16)
        for (int i = 0; i < 16; i++) {
            float size = __builtin_fabsf(row[k + i]);
            part[i] = size > part[i] ? size : part[i];
        }
    for (; k < depth; k++) {
        float size = __builtin_fabsf(row[k]);
        part[0] = size > part[0] ? size : part[0];
    }
    float largest = 0;
    for (int i = 0; i < 16; i++) largest = part[i] > largest ? part[i] : largest;
    float factor = largest > 0 ? 127 / largest : 0;
    for (k = 0; k < depth; k++) out[k] = (uint8_t)(int32_t)(row[k] * factor + 128.5f);
    for (; k % depthGroup; k++) out[k] = 128;
    return largest / 127;
}

typedef void (*Tile)(long rows, long groupCount, const uint8_t *a, long stride, const int8_t *panel, int32_t *sum);

#if defined(__x86_64__)
__attribute__((target("avx512f,avx512bw,avx512vnni")))
static void tileWide(long rows, long groupCount, const uint8_t *a, long stride, const int8_t *panel, int32_t *sum)
{
    __m512i total[rowTile][2];
    for (int i = 0; i < rowTile; i++) total[i][0] = total[i][1] = _mm512_setzero_si512();
    // Rows that are not there are read as the first one, so that the loop always has the same length.
    const uint8_t *row[rowTile];
    for (int i = 0; i < rowTile; i++) row[i] = a + (i < rows ? i : 0) * stride;
    for (long group = 0; group < groupCount; group++) {
        const int8_t *right = panel + group * panelColumns * depthGroup;
        __m512i first = _mm512_loadu_si512(right), second = _mm512_loadu_si512(right + 64);
        _Pragma("clang loop unroll(full)")
        for (int i = 0; i < rowTile; i++) {
            int32_t four;
            memcpy(&four, row[i] + group * depthGroup, 4);
            __m512i left = _mm512_set1_epi32(four);
            total[i][0] = _mm512_dpbusd_epi32(total[i][0], left, first);
            total[i][1] = _mm512_dpbusd_epi32(total[i][1], left, second);
        }
    }
    _Pragma("clang loop unroll(full)")
    for (int i = 0; i < rowTile; i++)
        if (i < rows) {
            _mm512_storeu_si512(sum + i * panelColumns, total[i][0]);
            _mm512_storeu_si512(sum + i * panelColumns + 16, total[i][1]);
        }
}

// Without the instruction above: bytes around 0 have a size of 127 at most, so the sum of two products of a size and a byte
// with its sign fits 16 bits. What comes out lacks the 128 by which each byte was raised.
__attribute__((target("avx2")))
static void tileMiddle(long rows, long groupCount, const uint8_t *a, long stride, const int8_t *panel, int32_t *sum)
{
    const __m256i raised = _mm256_set1_epi8((char)128), ones = _mm256_set1_epi16(1);
    for (int i = 0; i < rows; i++) {
        __m256i total[4];
        for (int part = 0; part < 4; part++) total[part] = _mm256_setzero_si256();
        for (long group = 0; group < groupCount; group++) {
            int32_t four;
            memcpy(&four, a + i * stride + group * depthGroup, 4);
            __m256i left = _mm256_xor_si256(_mm256_set1_epi32(four), raised), size = _mm256_abs_epi8(left);
            for (int part = 0; part < 4; part++) {
                __m256i right = _mm256_loadu_si256((const __m256i *)(panel + (group * 4 + part) * 32));
                __m256i products = _mm256_maddubs_epi16(size, _mm256_sign_epi8(right, left));
                total[part] = _mm256_add_epi32(total[part], _mm256_madd_epi16(products, ones));
            }
        }
        for (int part = 0; part < 4; part++)
            _mm256_storeu_si256((__m256i *)(sum + i * panelColumns + part * 8), total[part]);
    }
}
#endif

static void tileAny(long rows, long groupCount, const uint8_t *a, long stride, const int8_t *panel, int32_t *sum)
{
    for (long i = 0; i < rows; i++) {
        int32_t total[panelColumns] = {0};
        for (long group = 0; group < groupCount; group++)
            for (int column = 0; column < panelColumns; column++)
                for (int k = 0; k < depthGroup; k++)
                    total[column] += (int32_t)a[i * stride + group * depthGroup + k]
                        * panel[(group * panelColumns + column) * depthGroup + k];
        memcpy(sum + i * panelColumns, total, sizeof total);
    }
}

// A way to multiply, and by how much its left bytes are raised in what it sums.
typedef struct { Tile multiply; int32_t raised; } Way;

static Way bestWay(void)
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw")) return (Way){tileWide, 128};
    if (__builtin_cpu_supports("avx2")) return (Way){tileMiddle, 0};
#endif
    return (Way){tileAny, 128};
}

EACH_PROCESSOR
static void finish(
    long columns, const int32_t *restrict sum, int32_t raised, float scale, const float *restrict scales,
    const int32_t *restrict sums, const float *restrict bias, float *restrict out, int accumulate)
{
    for (long column = 0; column < columns; column++) {
        float value = (float)(sum[column] - raised * sums[column]) * (scale * scales[column]);
        if (bias) value += bias[column];
        out[column] = accumulate ? out[column] + value : value;
    }
}

void casus_multiply_bytes(
    long rows, long columns, long depth, const float *a, long strideA, const int8_t *packed, const float *scales,
    const int32_t *sums, const float *bias, float *c, long strideC, int accumulate)
{
    enum { longest = 1024 };
    uint8_t bytes[rowTile * longest];
    float units[rowTile];
    int32_t sum[rowTile * panelColumns];
    Way way = bestWay();
    long groupCount = groups(depth), stride = groupCount * depthGroup, panelSize = groupCount * panelColumns * depthGroup;
    if (stride > longest) __builtin_trap();
    for (long row = 0; row < rows; row += rowTile) {
        long high = rows - row < rowTile ? rows - row : rowTile;
        for (long i = 0; i < high; i++) units[i] = quantise(depth, a + (row + i) * strideA, bytes + i * stride);
        for (long panel = 0; panel < panels(columns); panel++) {
            long column = panel * panelColumns;
            long wide = columns - column < panelColumns ? columns - column : panelColumns;
            way.multiply(high, groupCount, bytes, stride, packed + panel * panelSize, sum);
            for (long i = 0; i < high; i++)
                finish(
                    wide, sum + i * panelColumns, way.raised, units[i], scales + column, sums + column,
                    bias ? bias + column : 0, c + (row + i) * strideC + column, accumulate);
        }
    }
}
