#version 330 core
// The finished canvas onto the window. Nothing but one texture read: with a picture and a target stored as BGRA, llvmpipe then takes a
// rasteriser that is several times faster than its shader code. Any arithmetic here loses it.

uniform sampler2D uPicture;

in vec2 vAt;

out vec4 oColor;

void main()
{
    oColor = texture(uPicture, vAt);
}
