#include "kernels.h"
#include <string.h>

// Compiled for each generation of processor; the loops over `width` become vectors.
#if defined(__x86_64__)
#define EACH_PROCESSOR __attribute__((target_clones("avx512f", "arch=x86-64-v3", "default")))
#else
#define EACH_PROCESSOR
#endif

// e^x by a polynomial on 2^fraction, right to 2e-7 between -87 and 88.
static inline __attribute__((always_inline)) float exponential(float x)
{
    x = x < -87.0f ? -87.0f : x > 88.0f ? 88.0f : x;
    float scaled = x * 1.44269504f;
    float whole = __builtin_floorf(scaled);
    float part = (scaled - whole) * 0.69314718f;
    float power = 1 + part * (1 + part * (0.5f + part * (0.16666667f + part * (0.041666668f
        + part * (0.0083333333f + part * (0.0013888889f + part * 0.00019841270f))))));
    union { int32_t bits; float value; } two = { .bits = ((int32_t)whole + 127) << 23 };
    return power * two.value;
}

static inline __attribute__((always_inline)) float sigmoid(float x) { return 1 / (1 + exponential(-x)); }

EACH_PROCESSOR
void casus_recur(
    long count, long width, int step, float *restrict gates, long gateStride, const float *restrict input,
    float *restrict output, long stride, float *restrict state, const float *restrict peephole, const float *restrict bias)
{
    const float *restrict forgetPeep = peephole, *restrict resetPeep = peephole + width;
    const float *restrict forgetBias = bias, *restrict resetBias = bias + width;
    for (long turn = 0; turn < count; turn++) {
        long t = step > 0 ? turn : count - 1 - turn;
        float *restrict candidate = gates + t * gateStride;
        float *restrict forget = candidate + width, *restrict reset = forget + width;
        const float *restrict x = input + t * stride;
        float *restrict h = output + t * stride, *restrict now = state + t * width;
        const float *before = turn == 0 ? 0 : state + (t - step) * width;
        for (long i = 0; i < width; i++) {
            float last = before ? before[i] : 0;
            float f = sigmoid(forget[i] + forgetPeep[i] * last + forgetBias[i]);
            float r = sigmoid(reset[i] + resetPeep[i] * last + resetBias[i]);
            float c = f * last + (1 - f) * candidate[i];
            forget[i] = f;
            reset[i] = r;
            now[i] = c;
            h[i] = r * c + (1 - r) * x[i];
        }
    }
}

EACH_PROCESSOR
void casus_recur_back(
    long count, long width, int step, const float *restrict gates, float *restrict gateGradient, long gateStride,
    const float *restrict input, const float *restrict outputGradient, float *restrict inputGradient, long stride,
    const float *restrict state, const float *restrict peephole, float *restrict peepholeGradient,
    float *restrict biasGradient, float *restrict carry)
{
    memset(carry, 0, width * sizeof(float));
    for (long turn = count - 1; turn >= 0; turn--) {
        long t = step > 0 ? turn : count - 1 - turn;
        const float *restrict candidate = gates + t * gateStride;
        const float *restrict forget = candidate + width, *restrict reset = forget + width;
        float *restrict toCandidate = gateGradient + t * gateStride;
        float *restrict toForget = toCandidate + width, *restrict toReset = toForget + width;
        const float *restrict x = input + t * stride, *restrict dh = outputGradient + t * stride;
        float *restrict dx = inputGradient + t * stride;
        const float *restrict now = state + t * width;
        const float *before = turn == 0 ? 0 : state + (t - step) * width;
        for (long i = 0; i < width; i++) {
            float last = before ? before[i] : 0, f = forget[i], r = reset[i];
            float dc = dh[i] * r + carry[i];
            float dr = dh[i] * (now[i] - x[i]) * r * (1 - r);
            float df = dc * (last - candidate[i]) * f * (1 - f);
            dx[i] += dh[i] * (1 - r);
            toCandidate[i] = dc * (1 - f);
            toForget[i] = df;
            toReset[i] = dr;
            carry[i] = dc * f + df * peephole[i] + dr * peephole[width + i];
            peepholeGradient[i] += df * last;
            peepholeGradient[width + i] += dr * last;
            biasGradient[i] += df;
            biasGradient[width + i] += dr;
        }
    }
}

EACH_PROCESSOR
void casus_add(long count, float scale, const float *restrict x, float *restrict y)
{
    for (long i = 0; i < count; i++) y[i] += scale * x[i];
}

EACH_PROCESSOR
void casus_add_bytes(long count, float scale, const int8_t *restrict x, float *restrict y)
{
    for (long i = 0; i < count; i++) y[i] += scale * (float)x[i];
}

EACH_PROCESSOR
float casus_dot(long count, const float *restrict x, const float *restrict y)
{
    // Sixteen partial sums, so that the order of addition is the same on every processor.
    float part[16] = {0};
    long i = 0;
    for (; i + 16 <= count; i += 16)
        for (int j = 0; j < 16; j++) part[j] += x[i + j] * y[i + j];
    for (int j = 0; i < count; i++, j++) part[j] += x[i] * y[i];
    float sum = 0;
    for (int j = 0; j < 16; j++) sum += part[j];
    return sum;
}

EACH_PROCESSOR
void casus_adam(
    long count, float rate, float firstDecay, float secondDecay, float epsilon, float shrink,
    float *restrict weights, float *restrict gradient, float *restrict first, float *restrict second)
{
    for (long i = 0; i < count; i++) {
        float g = gradient[i];
        first[i] = firstDecay * first[i] + (1 - firstDecay) * g;
        second[i] = secondDecay * second[i] + (1 - secondDecay) * g * g;
        weights[i] -= rate * first[i] / (__builtin_sqrtf(second[i]) + epsilon) + shrink * weights[i];
        gradient[i] = 0;
    }
}

EACH_PROCESSOR
void casus_bend(long count, float slope, float *restrict values)
{
    for (long i = 0; i < count; i++) values[i] = values[i] < 0 ? values[i] * slope : values[i];
}

EACH_PROCESSOR
long casus_best(long count, const float *restrict values)
{
    if (count < 1) return 0;
    float part[16];
    for (int j = 0; j < 16; j++) part[j] = values[0];
    long i = 0;
    for (; i + 16 <= count; i += 16)
        for (int j = 0; j < 16; j++) part[j] = values[i + j] > part[j] ? values[i + j] : part[j];
    for (; i < count; i++) part[0] = values[i] > part[0] ? values[i] : part[0];
    float largest = part[0];
    for (int j = 1; j < 16; j++) largest = part[j] > largest ? part[j] : largest;
    for (i = 0; i < count; i++)
        if (values[i] == largest) return i;
    return 0;
}
